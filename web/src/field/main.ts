import '@/shared/ui/tokens.css'
import '@/shared/ui/base.css'
import './field.css'
import { createApp } from 'vue'
import { goWhereTold } from '@/shared/go'
import { addWords, i18n } from '@/shared/i18n'
import FieldDoor from './FieldDoor.vue'
import { startWorker } from './offline/install'
import { router } from './router'
import en from './words/en.json'
import zh from './words/zh-CN.json'

addWords('field', { 'zh-CN': zh, en })
createApp(FieldDoor).use(i18n).use(router).mount('#app')
goWhereTold('field', (path) => router.push(path))
void startWorker()
