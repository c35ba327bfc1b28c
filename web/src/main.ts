import { mount } from 'svelte'
import './styles/font.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'
import App from './App.svelte'

const target = document.querySelector('#app')
if (target) mount(App, { target })
