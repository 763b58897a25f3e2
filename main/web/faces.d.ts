/** The bundled Chinese face, cut in two by the build: what every screen needs, and the rarer characters. */
declare module 'virtual:face/common.css'
declare module 'virtual:face/rare.css'
