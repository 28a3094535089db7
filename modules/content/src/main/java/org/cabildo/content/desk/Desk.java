// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.desk;

import java.time.Clock;
import org.cabildo.content.Editing;
import org.cabildo.content.FileLibrary;
import org.cabildo.content.web.ArticleModel;
import org.cabildo.content.web.LegalPages;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.stereotype.Component;

/** What both desks work with. */
@Component
record Desk(Editing editing, FileLibrary files, ArticleModel texts, LegalPages legal, ViewFactory views, Clock clock) {}
