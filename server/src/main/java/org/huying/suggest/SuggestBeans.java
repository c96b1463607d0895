package org.huying.suggest;

import org.huying.database.Snapshots;
import org.huying.suggest.units.UnitModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SuggestBeans {

    @Bean(initMethod = "start", destroyMethod = "close")
    Snapshots<Models.Texts> suggestTexts(Models models) {
        return new Snapshots<>("suggest-texts", models.texts());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Snapshots<UnitModel> suggestUnits(Models models) {
        return new Snapshots<>("suggest-units", models.units());
    }
}
