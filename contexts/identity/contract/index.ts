// The first page asks for who is signed in and nothing more: from here it takes that alone, and not the words of the room.
export * from './whole.ts'
export { ownRoutes } from './ownRoutes.ts'
