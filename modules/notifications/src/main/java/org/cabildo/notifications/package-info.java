// SPDX-License-Identifier: Apache-2.0
/** Following by mail: subscriptions that were confirmed, mails at once or once a day, and the way out of them. */
@NullMarked
@ApplicationModule(displayName = "Notifications", allowedDependencies = "platform")
package org.cabildo.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
