package no.opptrapping.grant.applications;

/** Whether a stored version is the one that a caller has read and means to change. */
@FunctionalInterface
public interface VersionCheck {
    boolean fits(int version);
}
