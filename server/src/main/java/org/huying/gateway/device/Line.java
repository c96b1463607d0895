package org.huying.gateway.device;

/// An open line to a broker. Closed, it hears nothing any more; what was not acknowledged comes again to the next one.
interface Line extends AutoCloseable {

    @Override
    void close();
}
