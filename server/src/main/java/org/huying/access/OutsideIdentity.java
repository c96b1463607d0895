package org.huying.access;

/// Somebody as a provider outside knows them.
///
/// @param region the county whose provider it is
/// @param provider its key there
/// @param subject the account id at the provider: never a name, a telephone number or a mail address
public record OutsideIdentity(String region, String provider, String subject) {

    public static final int LONGEST = 200;

    /// Whether a provider may call somebody so: something, not too long, and nothing that cannot be seen.
    public static boolean fits(String subject) {
        return !subject.isBlank()
                && subject.length() <= LONGEST
                && subject.equals(subject.strip())
                && subject.codePoints().noneMatch(Character::isISOControl);
    }

    /// Account ids never show up in logs.
    @Override
    public String toString() {
        return "OutsideIdentity of " + provider + " in " + region;
    }
}
