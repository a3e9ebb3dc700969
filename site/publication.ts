import publication from 'virtual:publication';
import { siteOf } from './model/frame/site.ts';

/** The publication that this build shows. Pages read it here; layouts and components get what they need as props. */
export { publication };
export const site = siteOf(publication);
export const { links, textLinks } = site;
