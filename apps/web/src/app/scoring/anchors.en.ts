/** What the five bands of the scale mean on each dimension. Our own wording; the published template is not public. */
export const anchors = {
  system: {
    b0: 'No stated way.',
    b1: 'Single ideas or habits. Not written down.',
    b2: 'A described way for parts of it. Responsibility is unclear.',
    b3: 'Fully described, with owner and aims.',
    b4: 'A thought-out whole, tied to governance.',
  },
  deployment: {
    b0: 'Not done.',
    b1: 'Single units or enthusiasts. No common way.',
    b2: 'About half of the organisation. Different ways, uneven quality.',
    b3: 'Most units, on the same basis.',
    b4: 'All concerned, companies too.',
  },
  results: {
    b0: 'No results to show.',
    b1: 'Single figures. No direction to be seen.',
    b2: 'Measured in parts. Some results are good.',
    b3: 'Good results in most parts, for years.',
    b4: 'Very good everywhere, also compared.',
  },
  evaluation: {
    b0: 'Not followed up.',
    b1: 'On single occasions, without conclusions.',
    b2: 'Regularly in parts. Conclusions sometimes lead to change.',
    b3: 'Regularly, and it leads to improvement.',
    b4: 'A natural part of the work, learns from others.',
  },
};
