/** What has been heard of the municipalities' reports, and its posting as spent and unspent. */
@NullMarked
package no.opptrapping.grant.reported;

import org.jspecify.annotations.NullMarked;
