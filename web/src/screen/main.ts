import '@/shared/ui/tokens.css'
import '@/shared/ui/base.css'
import './wall.css'
import { createApp } from 'vue'
import { addWords, i18n } from '@/shared/i18n'
import ScreenDoor from './ScreenDoor.vue'
import { router } from './router'
import en from './words/en.json'
import zh from './words/zh-CN.json'

addWords('screen', { 'zh-CN': zh, en })
createApp(ScreenDoor).use(i18n).use(router).mount('#app')
