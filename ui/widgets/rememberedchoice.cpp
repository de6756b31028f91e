// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rememberedchoice.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QSettings>

namespace ui {

void rememberChoice(QComboBox &box, const QString &settingsKey)
{
    // By what an entry stands for, as its place and its words may change; by its words where they are all it has.
    const auto valueOf = [&box](int index) {
        const QVariant value = box.itemData(index);
        return value.isValid() ? value.toString() : index > 0 ? box.itemText(index) : QString();
    };
    const QVariant last = QSettings().value(settingsKey);
    for (int index = 0; last.isValid() && index < box.count(); ++index) {
        if (valueOf(index) == last.toString())
            box.setCurrentIndex(index);
    }
    QObject::connect(&box, &QComboBox::activated, &box,
                     [settingsKey, valueOf](int index) { QSettings().setValue(settingsKey, valueOf(index)); });
}

void rememberChoice(QAbstractButton &button, const QString &settingsKey)
{
    button.setChecked(QSettings().value(settingsKey).toBool());
    QObject::connect(&button, &QAbstractButton::clicked, &button,
                     [settingsKey](bool checked) { QSettings().setValue(settingsKey, checked); });
}

} // namespace ui
