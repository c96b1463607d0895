import '@/shared/ui/tokens.css'
import '@/shared/ui/base.css'
import './desk.css'
import { createApp } from 'vue'
import { goWhereTold } from '@/shared/go'
import { addWords, i18n } from '@/shared/i18n'
import DeskDoor from './DeskDoor.vue'
import { router } from './router'
import adminEn from './words/admin.en.json'
import adminZh from './words/admin.zh-CN.json'
import en from './words/en.json'
import workEn from './words/work.en.json'
import workZh from './words/work.zh-CN.json'
import zh from './words/zh-CN.json'

addWords('desk', { 'zh-CN': { ...zh, admin: adminZh, work: workZh }, en: { ...en, admin: adminEn, work: workEn } })
createApp(DeskDoor).use(i18n).use(router).mount('#app')
goWhereTold('desk', (path) => router.push(path))
