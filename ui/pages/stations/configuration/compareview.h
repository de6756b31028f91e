// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/pages/stations/configuration/valuefile.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace ui {

class CheckList;
class Label;

/// One key that two stations have differently.
struct Difference {
    QString key;
    std::optional<QString> here;  ///< nothing: not reported
    std::optional<QString> there;
    bool portable = false; ///< the other station's value can be taken over here
};

/// Secrets are no part of it: nobody knows their values.
QList<Difference> differences(const QList<store::ConfigurationKey> &here, const QList<store::ConfigurationKey> &there);

/// This station's configuration beside another's, differences only; what is picked is taken over.
class CompareView : public QWidget {
    Q_OBJECT
public:
    explicit CompareView(const Backend &backend, QWidget *parent = nullptr);

    void begin(const QString &station);

signals:
    /// The other station's values, for this one.
    void takeOverRequested(const QList<ui::WantedValue> &values);
    void closeRequested();

private:
    void readStations();
    void readDifferences();
    void present(const QList<Difference> &differences);
    void presentAction();

    Backend backend_;
    QString station_;
    QList<Difference> differences_;
    Label *title_;
    QComboBox *other_;
    Label *sentence_;
    CheckList *list_;
    QPushButton *takeOver_;
};

} // namespace ui
