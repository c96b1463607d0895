/// Drives everything that the server offers with what nobody should send, and looks at what comes back.
@org.jspecify.annotations.NullMarked
package org.huying.fuzz;
