package no.opptrapping.grant.notices;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a municipality is told of. The text of each stands in <code>messages/notice_*</code> under its code, with the
 * facts that are given where it is told.
 */
@Schema(name = "NoticeKind")
public enum NoticeKind {
    /** A call is announced: <code>call</code>, <code>opensOn</code>, <code>deadline</code>. */
    CALL_ANNOUNCED,
    /** A call that the municipality has begun an application to has a later deadline: <code>call, deadline, reason</code>. */
    CALL_EXTENDED,
    /** A call that it has begun an application to was wrong somewhere: <code>call, reason</code>. */
    CALL_CORRECTED,
    /** A call that it has begun an application to is called off: <code>call, reason</code>. */
    CALL_CANCELLED,
    /** It has an award to answer, with its letter: <code>reference, scheme, amount, acceptBy</code>. */
    AWARD_TO_ACCEPT,
    /** The period to answer an award ends soon: <code>reference, amount, acceptBy</code>. */
    AWARD_ABOUT_TO_LAPSE,
    /** Nobody answered the award in time: <code>reference, amount</code>. */
    AWARD_LAPSED,
    /** Its award has another amount, with a new letter: <code>reference, before, amount, reason</code>. */
    AWARD_CHANGED,
    /** There is a letter that takes the place of an earlier one: <code>reference</code>. */
    LETTER_RENEWED,
    /** It is asked to share in a joint application: <code>reference, host, share</code>. */
    CONSENT_ASKED,
    /** Its application is returned for completion: <code>reference, lastDay</code>. */
    APPLICATION_RETURNED,
    /** Whoever handles its application has written to it: <code>reference</code>. */
    MESSAGE_RECEIVED,
    /** Whoever handles its application asks it something and waits for the answer: <code>reference</code>. */
    QUESTION_ASKED,
    /** Money has been paid to it: <code>reference, amount, paidOn</code>. */
    PAYMENT_CONFIRMED,
    /** The bank has rejected a payment to it: <code>reference, amount</code>. */
    PAYMENT_REJECTED,
    /** Money that was paid to it has come back from the bank: <code>reference, amount</code>. */
    PAYMENT_RETURNED,
    /** What it has not spent is carried over by the scheme's rules: <code>reference, amount, year</code>. */
    CARRIED_OVER,
    /** It can apply to carry over money that it has not spent: <code>reference, left, year</code>. */
    CARRY_OVER_POSSIBLE,
    /** Its application to carry over is decided: <code>reference, applied, amount, reason</code>. */
    CARRY_OVER_DECIDED,
    /** Its report was corrected, and less is carried over: <code>reference, before, amount, reason</code>. */
    CARRY_OVER_CORRECTED,
    /** Something is to be decided against it, and it can say what it has to say: <code>reference, answerBy</code>. */
    PRIOR_NOTICE,
    /** Money is claimed back, with a letter: <code>reference, amount, dueOn, kid</code>. */
    CLAIM_MADE,
    /** Nothing is claimed back after all: <code>reference, reason</code>. */
    CLAIM_DROPPED,
    /** A claim has not been paid in time, with a letter: <code>reference, outstanding, dueOn, kid</code>. */
    CLAIM_OVERDUE,
    /** Money that it has paid back has come: <code>reference, amount, outstanding</code>. */
    REPAYMENT_RECEIVED,
    /** Less is owed of a claim, for another reason than a repayment: <code>reference, amount, outstanding, reason</code>. */
    CLAIM_LOWERED,
    /** Its application is rejected, with a letter: <code>reference, call</code>. */
    APPLICATION_REJECTED,
    /** Its part of money that has become framework grant is corrected: <code>year, before, amount, reason</code>. */
    FRAMEWORK_CORRECTED,
    /** Its address for notices could not be reached for a week and is not tried any more: <code>url</code>. */
    WEBHOOK_DISABLED;

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with the code; an unknown one is a bug. */
    public static NoticeKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
