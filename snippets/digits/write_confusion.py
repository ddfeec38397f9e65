"""Exercise: a confusion matrix, in plain lists."""


# --8<-- [start:start]
def confusion(answers, labels, count):
    table = []
    for label in range(count):
        table.append([0] * count)
    for i in range(len(labels)):
        label, answer = labels[i], answers[i]
        if answer == label:
            table[label][answer] += 1
    return table


# --8<-- [end:start]


# --8<-- [start:wrong-turned]
def confusion(answers, labels, count):
    table = []
    for label in range(count):
        table.append([0] * count)
    for i in range(len(labels)):
        label, answer = labels[i], answers[i]
        table[answer][label] += 1
    return table


# --8<-- [end:wrong-turned]


# --8<-- [start:wrong-one-row-shared]
def confusion(answers, labels, count):
    table = [[0] * count] * count
    for i in range(len(labels)):
        label, answer = labels[i], answers[i]
        table[label][answer] += 1
    return table


# --8<-- [end:wrong-one-row-shared]


# --8<-- [start:wrong-mistakes-only]
def confusion(answers, labels, count):
    table = []
    for label in range(count):
        table.append([0] * count)
    for i in range(len(labels)):
        label, answer = labels[i], answers[i]
        if answer != label:
            table[label][answer] += 1
    return table


# --8<-- [end:wrong-mistakes-only]


# --8<-- [start:wrong-set-instead-of-counted]
def confusion(answers, labels, count):
    table = []
    for label in range(count):
        table.append([0] * count)
    for i in range(len(labels)):
        label, answer = labels[i], answers[i]
        table[label][answer] = 1
    return table


# --8<-- [end:wrong-set-instead-of-counted]


# --8<-- [start:wrong-as-large-as-the-labels]
def confusion(answers, labels, count):
    size = max(labels + answers) + 1
    table = []
    for label in range(size):
        table.append([0] * size)
    for i in range(len(labels)):
        label, answer = labels[i], answers[i]
        table[label][answer] += 1
    return table


# --8<-- [end:wrong-as-large-as-the-labels]


# --8<-- [start:answer]
def confusion(answers, labels, count):
    table = []
    for label in range(count):
        table.append([0] * count)
    for i in range(len(labels)):
        label, answer = labels[i], answers[i]
        table[label][answer] += 1
    return table


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for answers, labels, count, expected in (
        ([0, 1, 1], [0, 1, 1], 2, [[1, 0], [0, 2]]),
        ([1, 1, 0, 1], [1, 0, 0, 0], 2, [[1, 2], [0, 1]]),
        ([2, 2, 0, 1], [1, 1, 0, 2], 3, [[1, 0, 0], [0, 0, 2], [0, 1, 0]]),
        ([1, 1], [1, 2], 4, [[0] * 4, [0, 1, 0, 0], [0, 1, 0, 0], [0] * 4]),
    ):
        yield f"confusion({answers}, {labels}, {count})", expected
    call = "confusion(answers, labels, 3); [answers, labels]"
    yield f"answers, labels = [2, 0], [1, 0]; {call}", [[2, 0], [1, 0]]


# --8<-- [end:check]
