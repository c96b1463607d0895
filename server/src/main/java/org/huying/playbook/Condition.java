package org.huying.playbook;

/// A compiled CEL condition over documented facts.
public interface Condition {

    /// Whether it holds; throws `IllegalStateException` naming file and line when evaluation fails or takes too long.
    boolean holds(Facts facts);

    /// The expression as written.
    String text();
}
