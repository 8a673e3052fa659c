"""The maps of every layer: values, colours, selection and words; the inspector has single units."""
