import '@/shared/ui/tokens.css'
import '@/shared/ui/base.css'
import './resident.css'
import { createApp } from 'vue'
import { addWords, i18n } from '@/shared/i18n'
import { readDrafts } from './lib/drafts'
import { keepTrying } from './lib/outbox'
import ResidentDoor from './ResidentDoor.vue'
import { fetchPages, router } from './router'
import en from './words/en.json'
import zh from './words/zh-CN.json'

addWords('resident', { 'zh-CN': zh, en })
createApp(ResidentDoor).use(i18n).use(router).mount('#app')
void readDrafts().catch(() => undefined)
keepTrying()
addEventListener('load', () => setTimeout(() => void fetchPages(), 1_500))
