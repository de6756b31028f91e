// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/transactionbook.h"
#include "ui/commands/formcontext.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QPushButton;

namespace ui {

enum class Period;

/// Which sessions are shown: of which station, which tag, what became of them, and from when. The text comes from the
/// header's search field.
class SessionFilterBar : public QWidget {
    Q_OBJECT
public:
    explicit SessionFilterBar(QWidget *parent = nullptr);

    [[nodiscard]] store::TransactionQuery query() const;
    [[nodiscard]] bool isFiltering() const { return query() != store::TransactionQuery{}; }
    void setText(const QString &text);
    /// What there is to choose from; what is chosen stays.
    void setStations(const QStringList &stations);
    void setTags(const QList<Choice> &tags);
    void chooseStation(const QString &station);
    void chooseFate(store::TransactionFate fate);
    void choosePeriod(Period period);
    /// Everything is shown, except what the header's search says.
    void reset();
    /// The same, because the person wants it so.
    void showAll();

signals:
    void changed();

private:
    void buildDates();
    void presentDates();

    QString text_;
    QComboBox *station_;
    QComboBox *tag_;
    QComboBox *fate_;
    QComboBox *period_;
    QDateEdit *first_;
    QDateEdit *last_;
    QPushButton *all_;
};

} // namespace ui
