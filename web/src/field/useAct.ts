import { computed, reactive, ref, shallowRef } from 'vue'
import { asked, type Form } from '@/shared/fields'
import { unit } from './areas'
import { formToFill } from './forms'
import { keep } from './outbox'
import { usePhotos } from './photo/usePhotos'
import { find, place } from './shift'
import { blank, body, FORMS, lacking, proofs, type MatterView, type Offer } from './steps'

/** A step being filled in: its fields, what is still lacking, and sending it into the queue. */
export function useAct(offer: Offer, matter: () => MatterView, item: readonly string[] = []) {
  const kinds = proofs(offer, item)
  const form = FORMS[offer.act]!
  const filled = reactive(blank())
  const photos = usePhotos(() => matter().place)
  const sending = ref(false)
  const asks = shallowRef<Form | null>(null)
  if (form.fields) void formToFill(matter()).then((it) => (asks.value = it))
  const whole = () => ({ ...filled, photos: photos.ids.value, unit: unit.value, point: place.value })
  const wanting = computed(() => lacking(offer, kinds, whole(), Date.now(), asked(asks.value)))
  const ready = computed(() => wanting.value.length === 0 && photos.busy.value === 0 && !sending.value)
  if (form.point) void find()

  async function send() {
    if (!ready.value) return null
    sending.value = true
    const it = matter()
    try {
      return await keep({
        subject: it.id,
        act: offer.act,
        form: `${offer.act}@1`,
        path: `/api/v1/${it.region}/matters/{subject}/${offer.act}`,
        body: body(offer, whole(), asked(asks.value)),
        version: it.version,
        title: it.title,
        number: it.number,
        photos: photos.all(),
      })
    } finally {
      sending.value = false
    }
  }
  return { offer, form, asks, filled, photos, wanting, ready, send, kinds }
}

export type ActInHand = ReturnType<typeof useAct>
