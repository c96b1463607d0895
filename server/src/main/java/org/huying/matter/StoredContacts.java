package org.huying.matter;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.huying.access.Caller;
import org.huying.matter.loop.Matter;
import org.huying.vault.Cipher;
import org.huying.vault.Masking;
import org.springframework.stereotype.Component;

/// Contacts straight from the stored matters, opened one by one.
@Component
class StoredContacts implements MatterContacts {

    private final Matters matters;
    private final Cipher cipher;

    StoredContacts(Matters matters, Cipher cipher) {
        this.matters = matters;
        this.cipher = cipher;
    }

    @Override
    public Map<UUID, Contact> masked(String region, Collection<UUID> ids) {
        return contacts(region, ids, _ -> false);
    }

    @Override
    public Map<UUID, Contact> plain(String region, Collection<UUID> ids, Caller caller) {
        var reach = caller.reach(PERSONAL);
        return contacts(region, ids, it -> reach.covers(it.subject().area(), it.involved()));
    }

    private Map<UUID, Contact> contacts(
            String region, Collection<UUID> ids, Predicate<Matter> plain) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return matters.find(region, ids).stream()
                .filter(it -> told(it.report().contact()))
                .collect(
                        Collectors.toMap(it -> it.id().value(), it -> contact(it, plain.test(it))));
    }

    private static boolean told(org.huying.matter.loop.Report.Contact contact) {
        return contact.name().isPresent() || contact.phone().isPresent();
    }

    private Contact contact(Matter matter, boolean plain) {
        var contact = matter.report().contact();
        var whose = matter.id().toString();
        return new Contact(
                read(contact.name(), whose, plain ? UnaryOperator.identity() : Masking::name),
                read(contact.phone(), whose, plain ? UnaryOperator.identity() : Masking::phone));
    }

    private String read(Optional<byte[]> sealed, String whose, UnaryOperator<String> shown) {
        return sealed.map(it -> cipher.readable(it, whose).map(shown).orElse(Masking.UNREADABLE))
                .orElse("");
    }
}
