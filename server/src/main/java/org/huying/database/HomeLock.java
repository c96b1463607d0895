package org.huying.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// One process per data folder. The kernel frees the lock however the process ends.
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    static HomeLock on(Path home) throws IOException {
        var file = home.resolve("huying.lock");
        FileChannel channel;
        try {
            channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
        } catch (AccessDeniedException e) {
            throw new DatabaseFailure(
                    "The data folder "
                            + home
                            + " belongs to another user. Run Huying as that user or"
                            + " choose another folder with --data.",
                    e);
        }
        if (!locked(channel)) {
            channel.close();
            throw new DatabaseFailure(
                    "The data folder "
                            + home
                            + " is in use by another Huying (process "
                            + Files.readString(file).strip()
                            + "). Stop it or choose another folder with --data.");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid())
                                .getBytes(StandardCharsets.US_ASCII)),
                0);
        return new HomeLock(channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
