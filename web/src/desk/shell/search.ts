import { ref } from 'vue'

/** What was asked in the search box. It stays in memory: an address keeps what is typed, and names are typed here. */
export const asked = ref({ text: '', nth: 0 })
