package no.opptrapping.grant.calls;

/** Who has written what is announced with a call, besides the one who made it: nobody announces what is their own. */
public interface CallWriters {
    /** Whether the person has written what goes with a call that is not announced, which the caller has locked. */
    boolean isWrittenBy(CallId call, String subject);
}
