/** What an approved report says is unspent, and what of it is carried over to the next year (<i>overføring</i>). */
@NullMarked
package no.opptrapping.grant.carryover;

import org.jspecify.annotations.NullMarked;
