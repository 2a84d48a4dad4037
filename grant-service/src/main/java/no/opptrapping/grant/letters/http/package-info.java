/** Sending letters through other people's services. */
@NullMarked
package no.opptrapping.grant.letters.http;

import org.jspecify.annotations.NullMarked;
