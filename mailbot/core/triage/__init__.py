"""Who wrote this: a person who may be answered, or a machine that never is (``rules``)."""
