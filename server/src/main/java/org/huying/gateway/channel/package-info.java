/// Channels: notices go on by mail, text message and robots of groups, each by a file, with deliveries of their own.
@NullMarked
package org.huying.gateway.channel;

import org.jspecify.annotations.NullMarked;
