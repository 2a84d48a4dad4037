/** Renewals: an application that begins with last year's, and with what last year's report says. */
@NullMarked
package no.opptrapping.grant.renewals;

import org.jspecify.annotations.NullMarked;
