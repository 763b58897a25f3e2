/** What imports tell the other rooms and the open screens. */
export const importEvents = {}
