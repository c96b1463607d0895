/// Webhooks: others are told what becomes of matters, signed, at least once, each delivery with a state of its own.
@NullMarked
package org.huying.gateway.webhook;

import org.jspecify.annotations.NullMarked;
