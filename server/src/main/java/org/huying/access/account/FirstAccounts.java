package org.huying.access.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.access.session.Mode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The three administrators of a fresh installation. Their first password is the one of `HUYING_ADMIN_PASSWORD`, else a
/// random one in a file that only its owner may read; either way it must be changed at the first sign-in. Demonstrations
/// make their own accounts.
@Component
class FirstAccounts {
    static final String FILE = "first-accounts.txt";
    static final String COUNTRY = "000000";
    private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private record Administrator(String login, String name, String role) {}

    private static final List<Administrator> ADMINISTRATORS =
            List.of(
                    new Administrator("system", "系统管理员", "system-admin"),
                    new Administrator("security", "安全管理员", "security-admin"),
                    new Administrator("audit", "审计管理员", "audit-admin"));

    private final AccountRows rows;
    private final Accounts accounts;
    private final FirstAccountSettings settings;
    private final Mode mode;

    FirstAccounts(AccountRows rows, Accounts accounts, FirstAccountSettings settings, Mode mode) {
        this.rows = rows;
        this.accounts = accounts;
        this.settings = settings;
        this.mode = mode;
    }

    @EventListener(ApplicationReadyEvent.class)
    public void makeIfNone() {
        var told = settings.password();
        if ((told.isEmpty() && !mode.production()) || !rows.isEmpty()) {
            return;
        }
        var password = told.orElseGet(FirstAccounts::random);
        if (told.isEmpty()) {
            write(password);
        }
        accounts.createAll(ADMINISTRATORS.stream().map(who -> account(who, password)).toList());
        LOG.info(
                "The first accounts were made: {}. The password to start with is {}",
                ADMINISTRATORS.stream().map(Administrator::login).toList(),
                told.isPresent() ? "the one of HUYING_ADMIN_PASSWORD" : "in " + file());
    }

    private static NewAccount account(Administrator who, String password) {
        return new NewAccount(
                COUNTRY,
                who.login(),
                who.name(),
                Caller.Kind.STAFF,
                Optional.of(password),
                true,
                List.of(new NewGrant(who.role(), Optional.empty(), Optional.empty())));
    }

    /// Fits the policy for every one of the three logins.
    private static String random() {
        return Stream.generate(FirstAccounts::candidate)
                .filter(FirstAccounts::fits)
                .findFirst()
                .orElseThrow();
    }

    private static String candidate() {
        var bytes = new byte[15];
        RANDOM.nextBytes(bytes);
        return java.util.Base64.getUrlEncoder().encodeToString(bytes);
    }

    private static boolean fits(String password) {
        return ADMINISTRATORS.stream()
                .allMatch(who -> PasswordPolicy.faults(password, who.login(), true).isEmpty());
    }

    private Path file() {
        return settings.folder().resolve(FILE);
    }

    private void write(String password) {
        var text =
                "First password of %s, to be changed at the first sign-in; remove this file afterwards.%n%s%n"
                        .formatted(
                                ADMINISTRATORS.stream().map(Administrator::login).toList(),
                                password);
        try {
            Files.createDirectories(settings.folder());
            Files.deleteIfExists(file());
            try (var channel =
                    Files.newByteChannel(
                            file(),
                            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            ownerOnly())) {
                var bytes = java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file(), e);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix =
                settings.folder().getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
