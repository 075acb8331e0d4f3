import { RendererFactory2, createEnvironmentInjector, type EnvironmentInjector, type Renderer2 } from '@angular/core';

/**
 * ngx-charts binds Angular animations on its parts. Our charts never move, so instead of loading the animation engine
 * they get the ordinary renderer, deaf to every `@…` binding. Kept to the charts by an injector of their own.
 */
export const stillInjector = (parent: EnvironmentInjector): EnvironmentInjector =>
  createEnvironmentInjector([{ provide: RendererFactory2, useValue: stillFactory(parent.get(RendererFactory2)) }], parent);

function stillFactory(factory: RendererFactory2): RendererFactory2 {
  const still: RendererFactory2 = Object.create(factory);
  still.createRenderer = (host, type) => stillRenderer(factory.createRenderer(host, type));
  return still;
}

function stillRenderer(renderer: Renderer2): Renderer2 {
  const still: Renderer2 = Object.create(renderer);
  still.setProperty = (element, name, value) => {
    if (!name.startsWith('@')) renderer.setProperty(element, name, value);
  };
  still.listen = (target, event, callback, options) => (event.startsWith('@') ? () => undefined : renderer.listen(target, event, callback, options));
  return still;
}
