// SPDX-License-Identifier: Apache-2.0
/** Subscriptions as rows, the jobs that tell, and the words of mails. */
@NullMarked
package org.cabildo.notifications.internal;

import org.jspecify.annotations.NullMarked;
