// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QSpinBox>

class QComboBox;
class QDoubleSpinBox;
class QPushButton;
class QVBoxLayout;

namespace ui {

class Label;

/// Seconds from the start of a schedule, written as hours and minutes: "22:30", "30:00".
class OffsetBox : public QSpinBox {
    Q_OBJECT
public:
    explicit OffsetBox(QWidget *parent = nullptr);

protected:
    [[nodiscard]] QString textFromValue(int seconds) const override;
    [[nodiscard]] int valueFromText(const QString &text) const override;
    QValidator::State validate(QString &text, int &position) const override;
};

/// The periods of a charging schedule under each other: from when, how much, on how many phases.
class PeriodTable : public QWidget {
    Q_OBJECT
public:
    explicit PeriodTable(QWidget *parent = nullptr);

    /// chargingSchedulePeriod (7.14).
    [[nodiscard]] QJsonArray periods() const;
    /// At least one remains.
    void setPeriods(const QJsonArray &periods);
    void setUnit(const QString &unit);
    /// What is wrong with this member of one of them, or with all (-1). Empty text: all is well.
    void complain(int period, const QString &member, const QString &text);

signals:
    void changed();

private:
    struct Line {
        QWidget *widget;
        OffsetBox *from;
        QDoubleSpinBox *limit;
        QComboBox *phases;
        QPushButton *remove;
        Label *complaint;
    };
    void add(const QJsonObject &period);
    void addNext();
    void remove(QWidget *line);
    void renumber();

    QList<Line> lines_;
    QString unit_;
    QVBoxLayout *layout_;
    Label *complaint_;
};

} // namespace ui
