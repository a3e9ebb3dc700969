/** The fact path of a requirement, a field of a layout or a step of a procedure: part/call-offer#is-answered. */
export const partPath = (id: string, anchor: string): string => `part/${id}#${anchor}`;

/** The anchor of a field of a layout, such as te-address.port. */
export const fieldAnchor = (layout: string, field: string): string => `${layout}.${field}`;
