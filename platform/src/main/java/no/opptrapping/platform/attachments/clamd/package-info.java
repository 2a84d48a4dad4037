/** ClamAV's daemon, asked over TCP. */
@NullMarked
package no.opptrapping.platform.attachments.clamd;

import org.jspecify.annotations.NullMarked;
