package no.opptrapping.platform.register;

/** Where a service keeps what it knows of the register. */
public interface KnownRegister {
    /** Everything that is known now. */
    Structure structure();
}
