/** The rules of schemes (regelverk), in versions that one person drafts and another puts in force. */
@NullMarked
package no.opptrapping.grant.schemerules;

import org.jspecify.annotations.NullMarked;
