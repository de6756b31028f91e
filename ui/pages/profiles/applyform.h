// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/pages/profiles/namedrow.h"
#include "ui/pages/profiles/placerow.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace ui {

class Label;
class ProblemList;

/// Which profile for which connector. Tells before anything is sent whether it fits, and why not.
class ApplyForm : public QWidget {
    Q_OBJECT
public:
    explicit ApplyForm(const Backend &backend, QWidget *parent = nullptr);

    /// What there is to choose from; the choice stays.
    void setKnown(const QList<NamedRow> &library, const QList<StationPlaces> &stations);
    /// Empty, or below 0: as the person had it.
    void begin(const QString &profile, const QString &station, int connector);
    /// Applying has ended, well or not.
    void release();

signals:
    void submitted(const store::ProfileWish &wish, const QString &profileName);
    void closeRequested();

private:
    struct Finding;
    void build();
    /// True if there are others than before.
    bool fillConnectors();
    [[nodiscard]] store::ProfileWish wish() const;
    void check();
    void present(const Finding &finding);

    Backend backend_;
    QList<StationPlaces> stations_;
    QComboBox *profile_;
    QComboBox *station_;
    QComboBox *connector_;
    Label *content_;
    ProblemList *problems_;
    QPushButton *apply_;
    QHash<QString, QString> contents_; ///< by name: what the profile says
    int question_ = 0; ///< answers to older ones are dropped
};

} // namespace ui
