/** What exports tell the other rooms and the open screens. */
export const exportEvents = {}
