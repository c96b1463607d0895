package org.huying.playbook;

/// The stages of a matter that carry a time limit; `WHOLE` runs from report to close.
public enum Stage {
    ACCEPT,
    DISPATCH,
    ACKNOWLEDGE,
    HANDLE,
    VERIFY,
    RATE,
    WHOLE
}
