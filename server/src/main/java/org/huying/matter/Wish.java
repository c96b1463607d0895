package org.huying.matter;

/// What whoever brought a matter in from outside may want of it afterwards.
public enum Wish {
    /// They press for it (催办): whoever has it in hand is told.
    PRESS,
    /// What was done, or the refusal, is not accepted (退回): it is worked again, or the refusal is looked at again.
    REDO,
    /// It is taken back (撤单).
    WITHDRAW
}
