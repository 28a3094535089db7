// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.desk;

import org.cabildo.content.ArticleKind;
import org.cabildo.platform.web.Access;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/gestion/news")
@Access(value = Access.Audience.STAFF, permission = "news.edit")
class NewsDesk extends ArticleHistory {

    NewsDesk(Desk desk) {
        super(ArticleKind.NEWS, desk);
    }
}
