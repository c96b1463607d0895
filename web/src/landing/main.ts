import '@/shared/ui/tokens.css'
import '@/shared/ui/base.css'
import './landing.css'
import { createApp } from 'vue'
import { addWords, i18n } from '@/shared/i18n'
import LandingPage from './LandingPage.vue'
import en from './words/en.json'
import zh from './words/zh-CN.json'

addWords('landing', { 'zh-CN': zh, en })
createApp(LandingPage).use(i18n).mount('#app')
