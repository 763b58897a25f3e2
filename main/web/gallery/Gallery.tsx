const Gallery = () => <main>gallery</main>
export default Gallery
