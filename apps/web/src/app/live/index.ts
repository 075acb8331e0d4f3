export { LiveFeed, type Connection } from './live-feed';
