import { mount } from 'svelte'
import '../src/styles/font.css'
import '../src/styles/tokens.css'
import '../src/styles/base.css'
import Gallery from './Gallery.svelte'

const target = document.querySelector('#app')
if (target) mount(Gallery, { target })
